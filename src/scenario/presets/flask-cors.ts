import type { Preset } from './preset';

const frontend = `const response = await fetch('https://api.example.com/api/orders', {
  method: 'PUT',
  credentials: 'include',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ paid: true }),
});
console.log(response.status, await response.json());
`;

const code = `from flask import Flask, jsonify, request
from flask_cors import CORS

app = Flask(__name__)
CORS(app, resources={
    r'/api/*': {
        'origins': ['https://app.example.com'],
        'supports_credentials': True,
    },
})


@app.route('/api/orders', methods=['GET', 'PUT'])
def orders():
    print('orders:', request.method)
    return jsonify(request.get_json(silent=True) or [])
`;

export const flaskCors: Preset = {
  id: 'flask-cors',
  title: 'Flask with Flask-CORS',
  group: 'Servers',
  scenario: {
    version: 1,
    title: 'Flask with Flask-CORS',
    page: 'https://app.example.com/',
    frontend,
    servers: [{ origin: 'https://api.example.com', kind: 'flask', code }],
  },
};
