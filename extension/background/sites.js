/** The hosts the manifest names, and which of the three sites each belongs to. */

/** @type {Record<string, SiteName>} */
const HOSTS = {
  "x.com": "x",
  "mobile.x.com": "x",
  "twitter.com": "x",
  "mobile.twitter.com": "x",
  "www.facebook.com": "facebook",
  "web.facebook.com": "facebook",
  "www.linkedin.com": "linkedin",
};

export const PATTERNS = Object.keys(HOSTS).map((host) => `https://${host}/*`);

/** @param {string | undefined} url @returns {SiteName | null} */
export function siteOf(url) {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" ? (HOSTS[hostname] ?? null) : null;
}

/** "www.linkedin.com/jobs/": what a page is called in `offPages`. @param {string} url */
export function pageOf(url) {
  const { hostname, pathname } = new URL(url);
  return hostname + pathname;
}
