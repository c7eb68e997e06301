"""What people do with the service, one module each; the only place where a transaction begins and ends."""
