from django.db import migrations


def make_anew(apps, schema_editor):
    from desk.agenda import tables

    for statement in tables.anew():
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [('desk', '0006_search_beginnings')]

    operations = [migrations.RunPython(make_anew, migrations.RunPython.noop)]
