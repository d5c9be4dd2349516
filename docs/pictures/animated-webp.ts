/** A picture as a browser writes it, and for how long it is shown. */
export interface Frame {
  readonly webp: Buffer;
  readonly durationMs: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Joins pictures to a film that plays for ever. A WebP is a RIFF file of chunks; a film has a header (VP8X), how it is
 * played (ANIM), and around the data of each picture where it stands and for how long (ANMF).
 * https://developers.google.com/speed/webp/docs/riff_container
 */
export function animatedWebp(frames: readonly Frame[], size: Size): Buffer {
  const chunks = [
    chunk('VP8X', Buffer.concat([uint(2, 4), uint(size.width - 1, 3), uint(size.height - 1, 3)])),
    chunk('ANIM', Buffer.concat([uint(0xffffffff, 4), uint(0, 2)])),
    ...frames.map(frame => chunk('ANMF', frameData(frame, size))),
  ];
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

/** Each picture is whole, so it stands at 0, 0 and is put over the one before without blending (2). */
function frameData({ webp, durationMs }: Frame, { width, height }: Size): Buffer {
  const head = [
    uint(0, 3),
    uint(0, 3),
    uint(width - 1, 3),
    uint(height - 1, 3),
    uint(durationMs, 3),
    uint(2, 1),
  ];
  return Buffer.concat([...head, pictureOf(webp)]);
}

/** The chunk with the picture itself: what a still WebP has besides (a header, a profile) has no place in a film. */
function pictureOf(webp: Buffer): Buffer {
  for (let at = 12; at < webp.length; ) {
    const length = webp.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (webp.toString('latin1', at, at + 3) === 'VP8' && webp[at + 3] !== 0x58) return webp.subarray(at, end);
    at = end;
  }
  throw new Error('There is no picture in this WebP.');
}

function chunk(name: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(name), uint(data.length, 4), data, Buffer.alloc(data.length % 2)]);
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
