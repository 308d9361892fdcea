from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidacy', '0003_feeds'),
    ]

    operations = [
        migrations.AddField(
            model_name='change',
            name='by_app',
            field=models.BooleanField(default=False),
        ),
    ]
