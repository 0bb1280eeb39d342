"""What the director looks at in review: each module one view of the whole, which leads to notes."""
