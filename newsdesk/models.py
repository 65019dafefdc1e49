"""The people of the desk."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from newsdesk.roles import Role


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, username: str, password: str | None = None, *, role: str = Role.CHECKER, name: str = "", email: str = ""
    ) -> "User":
        user = self.model(username=self.model.normalize_username(username), role=role, name=name, email=email)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **extra: str) -> "User":
        return self.create_user(username, password, **{**extra, "role": Role.STANDARDS_EDITOR})

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """A member of staff with one role. The admin is open to standards editors alone."""

    username = models.CharField(max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(max_length=150, blank=True, help_text="As colleagues and the log should read it.")
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role], default=Role.CHECKER)
    is_active = models.BooleanField(default=True, help_text="Untick instead of deleting: the record names this person.")
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=[r.value for r in Role]), name="user_role_is_known"),
            models.UniqueConstraint(Lower("username"), name="username_is_unique_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def is_at_least(self, role: Role) -> bool:
        """Whether this person's role includes `role`."""
        return self.is_active and Role(self.role).includes(role)

    @property
    def is_staff(self) -> bool:
        return self.is_at_least(Role.STANDARDS_EDITOR)

    @property
    def is_superuser(self) -> bool:
        return self.is_staff

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_staff

    def has_perms(self, perm_list: list[str], obj: object = None) -> bool:
        return self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff


class SignInFailure(models.Model):
    """One failed attempt to sign in, kept for as long as it counts (see newsdesk/sign_in.py)."""

    username = models.CharField(
        max_length=150, help_text="As typed, in small letters; whether or not there is such an account."
    )
    address = models.CharField(max_length=45, blank=True, help_text="Of the machine that it came from.")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["username", "address", "at"], name="sign_in_failure_of_whom")]

    def __str__(self) -> str:
        return f"{self.username} from {self.address or 'somewhere'}"
