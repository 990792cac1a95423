"""What goes out to other programs: tables with stable columns, each column told."""
