from django.db import migrations


def fill(apps, schema_editor):
    word = apps.get_model("later", "Word")
    word.objects.bulk_create(word(text=f"word {n}") for n in range(1000))


class Migration(migrations.Migration):
    dependencies = [("later", "0002_people")]
    operations = [migrations.RunPython(fill)]
