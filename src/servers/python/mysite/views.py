import json
import time

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

USERS = [{'id': 1, 'name': 'Ada'}, {'id': 2, 'name': 'Grace'}]


def home(request):
    return JsonResponse({'ok': True})


@csrf_exempt
def users(request):
    if request.method == 'POST':
        user = {**fields(request), 'id': len(USERS) + 1}
        USERS.append(user)
        return JsonResponse(user, status=201, headers={'Location': f'/users/{user["id"]}'})
    if request.method == 'DELETE':
        return HttpResponse(status=204)
    if request.method in ('PUT', 'PATCH'):
        return JsonResponse({'ok': True})
    return JsonResponse(USERS, safe=False)


@csrf_exempt
def user(request, number):
    found = next((user for user in USERS if user['id'] == number), None)
    if found is None:
        return JsonResponse({'error': 'No such user'}, status=404)
    if request.method == 'DELETE':
        USERS.remove(found)
        return HttpResponse(status=204)
    if request.method in ('PUT', 'PATCH'):
        found.update(fields(request))
    return JsonResponse(found)


@csrf_exempt
def login(request):
    response = JsonResponse({'ok': True})
    response.set_cookie('session', 'abc123', secure=True, httponly=True, samesite='None')
    return response


def me(request):
    if request.COOKIES.get('session') != 'abc123':
        return JsonResponse({'error': 'Not logged in'}, status=401)
    return JsonResponse(USERS[0])


def redirect_to_users(request):
    return redirect('/users')


def slow(request):
    time.sleep(2)
    return JsonResponse({'ok': True})


def error(request):
    raise RuntimeError('Something broke')


def fields(request):
    try:
        body = json.loads(request.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
