"""What editors decide about people and names: merged, parted, renamed, split off, dismissed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims.forms.people import LanguageForm, MergeForm, RenameForm, SplitNameForm
from claims.models import Person
from claims.services.alias_edits import dismiss_name, restore_name, split_name
from claims.services.merge_people import merge_people, part_people
from claims.services.rename_person import rename_person
from claims.services.set_language import set_language
from claims.views.edit_page import attempt
from claims.views.people import alias_context, person_context, read_alias
from newsdesk.errors import BadInput
from newsdesk.htmx import redirect_to, render
from newsdesk.requests import StaffRequest


@require_POST
def person_merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Merge another into this person; `other` may stand in the address, where Undo puts a split name back."""
    form = MergeForm(request.POST if "other" in request.POST else request.GET)
    if not form.is_valid():
        raise BadInput("Choose whom to merge first.")
    other = form.cleaned_data["other"]
    kept = merge_people(kept_id=pk, merged_id=other, by=request.user)
    name = Person.objects.get(pk=other).name
    return _done(request, kept, f"{name} and {kept} are one from now on.", undo=reverse("person-part", args=[other]))


@require_POST
def person_part(request: StaffRequest, pk: int) -> HttpResponse:
    parted = part_people(merged_id=pk, by=request.user)
    return _done(request, parted, f"Parted: {parted} stands alone again.")


@require_POST
def person_rename(request: StaffRequest, pk: int) -> HttpResponse:
    found, form = get_object_or_404(Person, pk=pk), RenameForm(request.POST)
    renamed, status = attempt(form, lambda sent: rename_person(person_id=pk, by=request.user, **sent))
    if renamed:
        return _done(request, renamed, "Name changed.")
    context = person_context(request, found, rename_form=form, renaming=True)
    return render(request, "claims/person.html", context, status=status)


@require_POST
def person_language(request: StaffRequest, pk: int) -> HttpResponse:
    form = LanguageForm(request.POST)
    if not form.is_valid():
        raise BadInput("Choose one of the languages.")
    person = set_language(person_id=pk, language=form.cleaned_data["language"], by=request.user)
    return _done(request, person, "Language set: stories with this person’s words are compared again.")


@require_POST
def alias_split(request: StaffRequest, pk: int) -> HttpResponse:
    """The name becomes a new person's; Undo merges that one back."""
    found = read_alias(pk)
    old, stories = found.person.root, alias_context(found)["stories"]
    form = SplitNameForm(request.POST, stories=[] if found.story_id else stories)
    new, status = attempt(
        form, lambda sent: split_name(alias_id=pk, story_id=sent.get("story") or None, by=request.user)
    )
    if new:
        undo = f"{reverse('person-merge', args=[old.pk])}?other={new.pk}"
        return _done(request, new, f"“{found.text}” is split off from {old}.", undo=undo)
    return render(request, "claims/person_name.html", alias_context(found, form=form), status=status)


@require_POST
def alias_dismiss(request: StaffRequest, pk: int) -> HttpResponse:
    gone = dismiss_name(alias_id=pk, by=request.user)
    undo = reverse("alias-restore", args=[pk])
    return _done(request, gone.person.root, f"“{gone}” leads to nobody from now on.", undo=undo)


@require_POST
def alias_restore(request: StaffRequest, pk: int) -> HttpResponse:
    back = restore_name(alias_id=pk, by=request.user)
    return _done(request, back.person.root, f"“{back}” leads to {back.person.root} again.")


def _done(request: StaffRequest, person: Person, said: str, *, undo: str = "") -> HttpResponse:
    """The person's page with a message, beside which Undo stands where there is one."""
    messages.success(request, said)
    request.session["undo_url"] = undo
    return redirect_to(request, person.get_absolute_url())
