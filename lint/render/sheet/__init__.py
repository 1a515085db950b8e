"""The feedback sheet that a reviewer signs and sends back to the township."""
