"""One WebKitGTK web view, driven by lines of JSON: calls on standard input, results on descriptor 3.

Console messages go to standard error, where WebKit writes them. Arguments: the proxy's port, a directory to keep data in.
"""

import json
import os
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402


class Host:
    def __init__(self, port, directory):
        self.proxy = f'http://127.0.0.1:{port}'
        self.directory = directory
        self.contexts = 0
        self.loading = None
        self.results = os.fdopen(3, 'w', buffering=1)
        self.window = Gtk.Window()
        self.settings = WebKit2.Settings()
        self.settings.set_enable_write_console_messages_to_stdout(True)
        self.settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
        self.view = None
        self.open_context()

    def open_context(self):
        """A new context forgets everything, pending writes to the disk cache included."""
        if self.view:
            self.window.remove(self.view)
            self.view.destroy()
        self.contexts += 1
        directory = f'{self.directory}/{self.contexts}'
        # An ephemeral session would print no console messages.
        self.manager = WebKit2.WebsiteDataManager(
            base_data_directory=f'{directory}/data', base_cache_directory=f'{directory}/cache'
        )
        proxy = WebKit2.NetworkProxySettings.new(self.proxy, None)
        self.manager.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, proxy)
        self.manager.set_tls_errors_policy(WebKit2.TLSErrorsPolicy.IGNORE)
        self.manager.set_itp_enabled(True)
        context = WebKit2.WebContext(website_data_manager=self.manager)
        context.set_cache_model(WebKit2.CacheModel.WEB_BROWSER)
        self.view = WebKit2.WebView(web_context=context, settings=self.settings)
        self.view.connect('load-changed', self.on_load_changed)
        self.view.connect('load-failed', self.on_load_failed)
        self.window.add(self.view)
        self.window.show_all()

    def answer(self, call, result=None, error=None):
        message = {'id': call}
        message.update({'error': {'message': error}} if error else {'result': result})
        self.results.write(json.dumps(message) + '\n')

    def on_load_changed(self, _view, event):
        if event == WebKit2.LoadEvent.FINISHED and self.loading is not None:
            call, self.loading = self.loading, None
            self.answer(call, {})

    def on_load_failed(self, _view, _event, uri, error):
        if self.loading is not None:
            call, self.loading = self.loading, None
            self.answer(call, error=f'{uri} did not open: {error.message}')
        return False

    def call(self, call, method, params):
        if method == 'version':
            numbers = WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
            self.answer(call, {'value': '.'.join(map(str, numbers))})
        elif method == 'navigate':
            self.loading = call
            self.view.load_uri(params['url'])
        elif method == 'evaluate':
            self.evaluate(call, params['body'])
        elif method == 'clear':
            self.clear(call)
        elif method == 'renew':
            self.open_context()
            self.answer(call, {})
        elif method == 'quit':
            Gtk.main_quit()

    def evaluate(self, call, body):
        def done(view, result):
            try:
                self.answer(call, {'value': view.call_async_javascript_function_finish(result).to_string()})
            except GLib.Error as error:
                self.answer(call, error=str(error))

        self.view.call_async_javascript_function(body, -1, None, None, None, None, done)

    def clear(self, call):
        def done(manager, result):
            try:
                manager.clear_finish(result)
                self.answer(call, {})
            except GLib.Error as error:
                self.answer(call, error=str(error))

        self.manager.clear(WebKit2.WebsiteDataTypes.ALL, 0, None, done)


def main():
    host = Host(sys.argv[1], sys.argv[2])
    pending = b''

    def on_input(descriptor, _condition):
        nonlocal pending
        data = os.read(descriptor, 1 << 20)
        if not data:
            Gtk.main_quit()
            return False
        *lines, pending = (pending + data).split(b'\n')
        for line in lines:
            message = json.loads(line)
            host.call(message['id'], message['method'], message.get('params', {}))
        return True

    GLib.io_add_watch(0, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_input)
    Gtk.main()


main()
