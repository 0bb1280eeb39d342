"""The house mind's craft: rules of filmmaking as pure functions of what they are given."""
