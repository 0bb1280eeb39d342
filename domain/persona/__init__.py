"""What the people of a crew bring from one film to the next."""
