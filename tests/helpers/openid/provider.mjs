// A certified OpenID provider (npm `oidc-provider`) for tests. Whatever login is typed is believed; the groups of each
// person are read from a JSON file at each sign-in. Arguments: folder of node_modules, file of people, redirect addresses.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [folder, people, ...addresses] = process.argv.slice(2);
const { Provider } = await import(pathToFileURL(`${folder}/node_modules/oidc-provider/lib/index.js`));

const server = createServer();
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const issuer = `http://localhost:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{
    client_id: "dawr",
    client_secret: "a-secret-that-only-tests-know",
    redirect_uris: addresses,
    post_logout_redirect_uris: ["/sign-in", "/enter"].flatMap((path) => addresses.map((one) => new URL(path, one).href)),
    response_types: ["code"],
  }],
  claims: { openid: ["sub", "acr"], profile: ["name", "preferred_username", "groups"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: { AuthorizationCode: 60, IdToken: 300, AccessToken: 300, Interaction: 600, Session: 3600, Grant: 3600 },
  cookies: { keys: ["only for tests"] },
  async findAccount(_, sub) {
    const known = JSON.parse(readFileSync(people, "utf8"))[sub];
    return known && { accountId: sub, claims: () => ({ sub, ...known }) };
  },
  // Nobody is asked for consent: the ministry's own programs are trusted.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});
server.on("request", provider.callback());
console.log(`provider: ${issuer}`);
