"""What settings.py does not say itself, as `startproject` and the README of django-cors-headers have it."""

SECRET_KEY = 'only-for-this-playground'
DEBUG = True
ALLOWED_HOSTS = ['*']

INSTALLED_APPS = [
    'corsheaders',
]

MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'corsheaders.middleware.CorsMiddleware',
    'django.middleware.common.CommonMiddleware',
]

TIME_ZONE = 'UTC'
ROOT_URLCONF = 'mysite.urls'
WSGI_APPLICATION = 'mysite.wsgi.application'
USE_TZ = True
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
