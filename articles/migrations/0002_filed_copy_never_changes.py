"""Triggers that hold the copy: a body is written once, paragraphs never change, articles are withdrawn and not deleted."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION newsdesk_article_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'An article is withdrawn, never deleted.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.body <> '' AND NEW.body IS DISTINCT FROM OLD.body THEN
        RAISE EXCEPTION 'The text of a filed article never changes.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.original_sha256 IS DISTINCT FROM OLD.original_sha256 THEN
        RAISE EXCEPTION 'The original of a filed article never changes.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER article_is_kept BEFORE UPDATE OR DELETE ON articles_article
    FOR EACH ROW EXECUTE FUNCTION newsdesk_article_is_kept();

CREATE FUNCTION newsdesk_row_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are kept as they are.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER paragraph_is_kept BEFORE UPDATE OR DELETE ON articles_paragraph
    FOR EACH ROW EXECUTE FUNCTION newsdesk_row_is_kept();
CREATE TRIGGER article_log_is_kept BEFORE UPDATE OR DELETE ON articles_articlelogentry
    FOR EACH ROW EXECUTE FUNCTION newsdesk_row_is_kept();
"""

BACKWARD = """
DROP TRIGGER article_log_is_kept ON articles_articlelogentry;
DROP TRIGGER paragraph_is_kept ON articles_paragraph;
DROP TRIGGER article_is_kept ON articles_article;
DROP FUNCTION newsdesk_row_is_kept();
DROP FUNCTION newsdesk_article_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
