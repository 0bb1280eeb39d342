"""What a character carries from production to production."""
