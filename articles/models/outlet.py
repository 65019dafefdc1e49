from django.db import models
from django.db.models.functions import Lower


class Outlet(models.Model):
    """Who published (schema.org `publisher`)."""

    name = models.CharField(max_length=200)
    address = models.URLField(max_length=500, blank=True, help_text="The outlet's own front page.")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="outlet_name_is_unique_in_any_case")]

    def __str__(self) -> str:
        return self.name
