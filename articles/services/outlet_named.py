from articles.models import Outlet


def outlet_named(name: str) -> Outlet | None:
    """The outlet of that name in any case, made if there is none; None for an empty name. Safe in a race."""
    name = " ".join(name.split())[:200]
    if not name:
        return None
    return Outlet.objects.get_or_create(name__iexact=name, defaults={"name": name})[0]
