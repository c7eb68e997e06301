"""The worker, what wakes it, and the register of what it does from time to time. No logic: that is in the use cases."""
