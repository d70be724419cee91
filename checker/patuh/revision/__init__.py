"""What a revision changes: two knowledge bases, and the smallest proposals that tell them apart."""
