from django.urls import path

from . import views

urlpatterns = [
    path('', views.home),
    path('users', views.users),
    path('users/<int:number>', views.user),
    path('login', views.login),
    path('me', views.me),
    path('redirect', views.redirect_to_users),
    path('slow', views.slow),
    path('error', views.error),
    path('api/', views.home),
    path('api/users/', views.users),
    path('api/users/<int:number>/', views.user),
    path('api/login/', views.login),
    path('api/me/', views.me),
    path('api/error/', views.error),
]
