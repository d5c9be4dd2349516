import { useLayoutEffect, useState } from 'preact/hooks';

export type Look = 'light' | 'dark' | 'system';

/** How the person at this browser likes the page; it is remembered. */
export interface Preferences {
  readonly person: string;
  readonly setPerson: (id: string) => void;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  readonly inspects: boolean;
  readonly setInspects: (inspects: boolean) => void;
}

export function usePreferences(firstPerson: string): Preferences {
  const [person, setPerson] = useKept('person', firstPerson);
  const [keptLook, setLook] = useKept('look', 'system');
  const [inspects, setInspects] = useKept('inspects', 'no');
  const look = keptLook === 'light' || keptLook === 'dark' ? keptLook : 'system';
  useLayoutEffect(() => {
    document.documentElement.dataset.look = look;
  }, [look]);
  return {
    person,
    setPerson,
    look,
    setLook,
    inspects: inspects === 'yes',
    setInspects: on => setInspects(on ? 'yes' : 'no'),
  };
}

/** A word under a name of ours, since other things are served from the same address on other days. */
function useKept(name: string, first: string): [string, (value: string) => void] {
  const key = `lectern.${name}`;
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? first);
  const keep = (next: string) => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, keep];
}
