import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { ByteReader } from './byte-reader';
import type { ReceivedRequest } from './http';

/** RFC 6455, section 1.3 */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** An unmasked close frame without a status. */
const CLOSE_FRAME = Buffer.from([0x88, 0x00]);

/** Opens the WebSocket, and closes it as soon as the browser says anything: it says nothing but that it closes. */
export async function serveWebSocket(reader: ByteReader, socket: Duplex, request: ReceivedRequest): Promise<void> {
  const key = request.headers.find(([name]) => name.toLowerCase() === 'sec-websocket-key')?.[1] ?? '';
  const accept = createHash('sha1')
    .update(key + GUID)
    .digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
  await reader.bytes(1);
  socket.end(CLOSE_FRAME);
}
