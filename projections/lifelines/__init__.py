"""Timelines as pictures: what characters feel through their scenes, and forks of a film over one another."""
