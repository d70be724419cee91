"""The edited text read and checked again: a repair is offered only if it helps."""
