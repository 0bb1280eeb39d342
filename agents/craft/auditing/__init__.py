"""Where characters do not hold: what scenes establish of them, and the lines that forget it."""
