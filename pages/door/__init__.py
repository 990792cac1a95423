"""The door: what stands between the network and the pages. Used by dashboard.py alone."""
