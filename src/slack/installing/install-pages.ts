import type { Granted } from './oauth-access.ts';

/** A page that a person sees in their browser during an installation. */
export interface InstallPage {
  readonly status: number;
  readonly html: string;
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly text: string };
}

const AGAIN = { href: '/slack/install', text: 'Install Lectern' };

/** `slackUrl` is the address of Slack's own pages, without a slash at its end. */
export function installedPage({ installation, name, appId }: Granted, slackUrl: string): InstallPage {
  const to = new URLSearchParams({ app: appId, team: installation.workspace });
  return page(200, {
    title: `Lectern is installed in ${name}`,
    text: 'Type /talk help in any channel there, or open Lectern under Apps.',
    link: { href: `${slackUrl}/app_redirect?${to}`, text: 'Open Slack' },
  });
}

export const CANCELLED = page(200, {
  title: 'Lectern was not installed',
  text: 'You did not allow it in Slack, so nothing was changed.',
  link: AGAIN,
});

export const WRONG_STATE = page(400, {
  title: 'Please start again',
  text: 'This answer from Slack does not belong to an installation that this browser began in the last ten minutes. That happens if you take long, change the browser, or begin on a page of Slack. Nothing was changed.',
  link: AGAIN,
});

export const USED_UP = page(400, {
  title: 'Please start again',
  text: 'Slack does not take its own answer any more. That happens if this page is loaded twice, or if you take long. If Lectern already answers in your workspace, all is well.',
  link: AGAIN,
});

export const SLACK_AWAY = page(502, {
  title: 'Lectern was not installed',
  text: 'Slack did not answer as it should. Please start again in a minute.',
  link: AGAIN,
});

export const NOT_KEPT = page(503, {
  title: 'Lectern was not installed',
  text: 'You have allowed it, but Lectern cannot keep anything right now. Please start again in a minute; if it happens again, tell whoever runs Lectern.',
  link: AGAIN,
});

export const BUSY = page(503, {
  title: 'Please try again in a minute',
  text: 'Very many people are installing Lectern right now.',
  link: AGAIN,
});

function page(status: number, { title, text, link }: Words): InstallPage {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto 0; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${link === undefined ? '' : `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>`}
</main>
</body>
</html>
`;
  return { status, html };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The name of a workspace is what its people wrote. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? '');
}
