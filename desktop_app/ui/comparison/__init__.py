"""The comparison: reports held against each other, their evidence in rows above their texts."""
