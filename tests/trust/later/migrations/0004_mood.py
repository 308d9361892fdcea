from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("later", "0003_fill")]
    operations = [
        migrations.AddField("Word", "mood", models.TextField(default="good")),
        migrations.AlterField("Word", "text", models.TextField(unique=True)),
    ]
