"""The inside of a Python realm: it runs the user's server code and tells what it did as effects."""
