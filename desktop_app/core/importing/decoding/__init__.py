"""From bytes to characters, said or guessed."""
