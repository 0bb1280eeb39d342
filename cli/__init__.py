"""The program: parse, call one thing, print."""
