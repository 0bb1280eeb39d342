"""Two productions, or two moments of one, side by side: as a document, as text and as a page."""
