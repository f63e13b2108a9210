"""What the people at the desk run."""
