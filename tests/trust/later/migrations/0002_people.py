from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("later", "0001_words")]
    operations = [
        migrations.AddField("Word", "person", models.ForeignKey("candidacy.Person", models.CASCADE, null=True)),
    ]
