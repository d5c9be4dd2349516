import type { Star } from '../../people/stars.ts';
import type { AppContext } from '../app-context.ts';

/** Stars or unstars a talk of its own conference, so that `undo` takes it back. Returns whether that changed anything. */
export async function keepStar(
  star: Star,
  wish: 'star' | 'unstar',
  { acts, now }: Pick<AppContext, 'acts' | 'now'>,
): Promise<boolean> {
  const { conference, talk } = star;
  const act = await acts.record(star, async ({ stars }) => {
    const isChanged = wish === 'star' ? await stars.star(star, now()) : await stars.unstar(star);
    return isChanged ? { kind: wish, stars: [{ conference, talk }] } : undefined;
  });
  return act !== undefined;
}
