from articles.admin import bulk, tables

__all__ = ["bulk", "tables"]
