"""Triggers that hold the record: a published verdict, its citations and findings, and the log never change."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION newsdesk_verdict_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION 'A published verdict never changes: correct it in a next version.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER verdict_is_kept BEFORE UPDATE OR DELETE ON claims_verdict
    FOR EACH ROW EXECUTE FUNCTION newsdesk_verdict_is_kept();

CREATE FUNCTION newsdesk_part_of_verdict_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    published timestamptz;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        SELECT published_at INTO published FROM claims_verdict WHERE id = OLD.verdict_id;
    END IF;
    IF published IS NULL AND TG_OP <> 'DELETE' THEN
        SELECT published_at INTO published FROM claims_verdict WHERE id = NEW.verdict_id;
    END IF;
    IF published IS NOT NULL THEN
        RAISE EXCEPTION 'What a published verdict rests on never changes.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER citation_is_kept BEFORE INSERT OR UPDATE OR DELETE ON claims_citation
    FOR EACH ROW EXECUTE FUNCTION newsdesk_part_of_verdict_is_kept();
CREATE TRIGGER finding_is_kept BEFORE INSERT OR UPDATE OR DELETE ON claims_finding
    FOR EACH ROW EXECUTE FUNCTION newsdesk_part_of_verdict_is_kept();

CREATE TRIGGER log_is_kept BEFORE UPDATE OR DELETE ON claims_logentry
    FOR EACH ROW EXECUTE FUNCTION newsdesk_row_is_kept();
"""

BACKWARD = """
DROP TRIGGER log_is_kept ON claims_logentry;
DROP TRIGGER finding_is_kept ON claims_finding;
DROP TRIGGER citation_is_kept ON claims_citation;
DROP TRIGGER verdict_is_kept ON claims_verdict;
DROP FUNCTION newsdesk_part_of_verdict_is_kept();
DROP FUNCTION newsdesk_verdict_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial"), ("articles", "0002_filed_copy_never_changes")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
