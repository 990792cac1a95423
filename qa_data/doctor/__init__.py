"""What whoever keeps the server should look at: the store, the settings, the machine. It is only looked at: nothing is
made, changed or left behind.
"""
