from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("candidacy", "0001_record")]
    operations = [
        migrations.CreateModel("Word", [("id", models.BigAutoField(primary_key=True)), ("text", models.TextField())]),
    ]
