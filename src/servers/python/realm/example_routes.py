"""The routes behind a snippet that makes no app of its own. Documented in docs/example-routes.md."""

import time

from flask import Blueprint, jsonify, redirect, request


def add(app):
    users = [{'id': 1, 'name': 'Ada'}, {'id': 2, 'name': 'Grace'}]
    routes = Blueprint('example', __name__)

    def fields():
        body = request.get_json(silent=True)
        return body if isinstance(body, dict) else {}

    def user_of(number):
        return next((user for user in users if user['id'] == number), None)

    @routes.get('/')
    def home():
        return jsonify(ok=True)

    @routes.get('/users')
    def list_users():
        return jsonify(users)

    @routes.post('/users')
    def add_user():
        user = {**fields(), 'id': len(users) + 1}
        users.append(user)
        return jsonify(user), 201, {'Location': f'/users/{user["id"]}'}

    @routes.route('/users', methods=['PUT', 'PATCH'])
    def change_users():
        return jsonify(ok=True)

    @routes.delete('/users')
    def delete_users():
        return '', 204

    @routes.route('/users/<int:number>', methods=['GET', 'PUT', 'PATCH', 'DELETE'])
    def one_user(number):
        user = user_of(number)
        if user is None:
            return jsonify(error='No such user'), 404
        if request.method == 'DELETE':
            users.remove(user)
            return '', 204
        if request.method in ('PUT', 'PATCH'):
            user.update(fields())
        return jsonify(user)

    @routes.post('/login')
    def login():
        answer = jsonify(ok=True)
        answer.set_cookie('session', 'abc123', secure=True, httponly=True, samesite='None')
        return answer

    @routes.get('/me')
    def me():
        if request.cookies.get('session') != 'abc123':
            return jsonify(error='Not logged in'), 401
        return jsonify(users[0])

    @routes.get('/redirect')
    def to_users():
        return redirect('/users')

    @routes.get('/slow')
    def slow():
        time.sleep(2)
        return jsonify(ok=True)

    @routes.get('/error')
    def error():
        raise RuntimeError('Something broke')

    app.register_blueprint(routes)
