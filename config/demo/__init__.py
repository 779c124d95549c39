"""The demo: twelve accounts and an invented story, only with the demo switch on."""
