"""What web servers are told: one set of rules, a writer for each kind of server."""
