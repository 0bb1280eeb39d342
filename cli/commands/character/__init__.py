"""What can be asked of a character, a module for each action of `cineledger character`."""
