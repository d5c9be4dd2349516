import { useLayoutEffect, useState } from 'preact/hooks';

export type Look = 'light' | 'dark' | 'system';

/** Settings of the page, which the browser remembers. */
export interface Preferences {
  readonly person: string;
  readonly setPerson: (id: string) => void;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
  readonly inspects: boolean;
  readonly setInspects: (inspects: boolean) => void;
}

export function usePreferences(firstPerson: string): Preferences {
  const [person, setPerson] = useStored('person', firstPerson);
  const [storedLook, setLook] = useStored('look', 'system');
  const [inspects, setInspects] = useStored('inspects', 'no');
  const look = storedLook === 'light' || storedLook === 'dark' ? storedLook : 'system';
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

/** A word in the browser's storage. The prefix keeps it apart from other programs served from the same address. */
function useStored(name: string, first: string): [string, (value: string) => void] {
  const key = `lectern.${name}`;
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? first);
  const store = (next: string) => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, store];
}
