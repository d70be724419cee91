"""What commands read: files and folders, proposals and drafts, a knowledge base laid over kb/."""
