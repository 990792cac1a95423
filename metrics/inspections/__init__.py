"""What Ofsted judged, of the council's homes and in England."""
