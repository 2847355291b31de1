/** What people call the sites. @type {Record<SiteName, string>} */
export const SITE_NAMES = { x: "X", facebook: "Facebook", linkedin: "LinkedIn" };
