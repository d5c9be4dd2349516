import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { animatedWebp, type Frame } from './animated-webp.ts';

const FOLDER = new URL('./', import.meta.url);

/** Takes pictures of a page as WebP, which a browser writes by itself and which is a fraction of a PNG. */
export async function camera(page: Page) {
  const session = await page.context().newCDPSession(page);
  const shoot = async (quality: number) => {
    await settled(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    return Buffer.from(data, 'base64');
  };
  const frames: Frame[] = [];
  return {
    async still(name: string): Promise<void> {
      // Nothing is to look as if somebody pointed at it.
      await page.mouse.move(0, 0);
      save(`${name}.webp`, await shoot(85));
    },
    /** What is to be seen now is shown in the film for so long. */
    async frame(durationMs: number): Promise<void> {
      frames.push({ webp: await shoot(70), durationMs });
    },
    async film(name: string): Promise<void> {
      const size = await page.evaluate<{ width: number; height: number }>(
        '({ width: innerWidth * devicePixelRatio, height: innerHeight * devicePixelRatio })',
      );
      save(`${name}.webp`, animatedWebp(frames, size));
    },
  };
}

/** Two frames later, what was changed is drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

function save(name: string, bytes: Buffer): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(name, FOLDER), bytes);
  console.log(`${name}: ${Math.ceil(bytes.length / 1000)} kB`);
}
