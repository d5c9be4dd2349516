import type { JudgedQuery } from '../../bench/shared-search.ts';

/** A query before it has the name of its family. */
type Judged = Omit<JudgedQuery, 'family'>;

/**
 * Queries over the sample conference as attendees type them, and the talks that answer them, by their file names. They
 * were judged by reading all talks, and not by what any search finds.
 *
 * Grades: 3 is about this, 2 has a good part about it, 1 touches on it. A query of which one talk is meant has only that.
 */
const FAMILIES: Readonly<Record<string, readonly Judged[]>> = {
  'title words': [
    meant('harbour master', 'keynote-what-a-harbour-master-knows'),
    meant('cilium scale', 'replacing-kube-proxy-on-900-nodes'),
    meant('slow ceph writes', 'jumbo-frames-small-mistakes'),
    meant('small files genome', 'cephfs-for-a-genome-centre'),
    meant('kubernetes storage team', 'rook-without-a-storage-team'),
    meant('virtual machines pods', 'virtual-machines-beside-pods'),
    meant('openstack five people', 'ten-years-of-a-campus-cloud'),
    meant('weekly drills', 'a-year-of-weekly-restore-drills'),
    meant('build a ceph cluster', 'workshop-build-and-break-a-ceph-cluster'),
    meant('storage engineers', 'growing-storage-engineers'),
    meant('one year', 'nvme-of-gateways-one-year-later'),
    meant('on call', 'on-call-without-heroes'),
  ],
  'title words, one misspelt': [
    meant('kubernets sea', 'kubernetes-at-sea'),
    meant('posgresql local disks', 'postgresql-on-local-disks-in-kubernetes'),
    meant('erasure codng small nodes', 'erasure-coding-on-twelve-small-nodes'),
    meant('servce mesh bank', 'fourteen-months-without-sidecars'),
    meant('promtheus million series', 'prometheus-what-we-deleted'),
    meant('certifcates renew', 'certificates-that-renew-themselves'),
    meant('openstak public cloud', 'ovn-in-a-public-openstack-cloud'),
    meant('incident comand', 'workshop-incident-command'),
  ],
  speaker: [
    meant('iñaki etxeberria', 'upgrading-ceph-in-daylight', 'workshop-build-and-break-a-ceph-cluster'),
    meant('Amina Bensaid', 'ebpf-for-people-who-read-tcpdump', 'replacing-kube-proxy-on-900-nodes'),
    meant('Vikram Haldipur', 'moving-4000-virtual-machines', 'gpus-by-the-quarter-hour'),
    meant('þórdís hallgrímsdóttir', 'keynote-what-a-harbour-master-knows'),
    meant('tran bao ngan', 'panel-who-should-run-the-databases'),
    meant('seo yeon baek', 'gpus-by-the-quarter-hour'),
  ],
  surname: [
    meant('havrylenko', 'the-night-we-lost-two-monitors', 'workshop-build-and-break-a-ceph-cluster'),
    meant('pugh-davies', 'the-night-we-lost-two-monitors', 'growing-storage-engineers'),
    meant('wronska', 'postgresql-on-local-disks-in-kubernetes', 'panel-who-should-run-the-databases'),
    meant('marchandeau', 'your-first-upstream-patch', 'counting-the-carbon-of-a-small-cloud'),
    meant('zak', 'erasure-coding-on-twelve-small-nodes'),
    meant('jabbouri', 'webassembly-on-the-quay'),
    meant('meer', 'rgw-multi-site-across-three-ports', 'capacity-planning-with-error-bars'),
  ],
  'speaker, misspelt': [
    meant('inaki echeberria', 'upgrading-ceph-in-daylight', 'workshop-build-and-break-a-ceph-cluster'),
    meant('dmitro havrilenko', 'the-night-we-lost-two-monitors', 'workshop-build-and-break-a-ceph-cluster'),
    meant('rhianon davis', 'the-night-we-lost-two-monitors', 'growing-storage-engineers'),
    meant('oluwasen adeyemi', 'on-call-without-heroes'),
    meant('siobhan mac gila', 'dns-is-fine-your-resolver-is-not'),
    meant('hiroko tanaba', 'nvme-of-gateways-one-year-later'),
  ],
  'still typing': [
    meant('kubernetes at s', 'kubernetes-at-sea'),
    meant('upgrading ce', 'upgrading-ceph-in-daylight'),
    meant('who should run the data', 'panel-who-should-run-the-databases'),
    meant('object stor', 'object-storage-for-forty-one-branches'),
    meant('opentof', 'opentofu-state-for-forty-teams'),
    meant('one cluster or tw', 'one-cluster-or-two-hundred'),
    meant('tracing a b', 'tracing-a-booking'),
    meant('gpu', 'gpus-by-the-quarter-hour'),
    meant('run', 'runbooks-that-people-open'),
    meant('mon', 'the-night-we-lost-two-monitors'),
    meant('bac', 'a-year-of-weekly-restore-drills'),
    meant('tap', 'tape-is-asleep-not-dead'),
  ],
  'other word form': [
    meant('upgrade ceph', 'upgrading-ceph-in-daylight'),
    meant('patched kubernetes node', 'patching-nodes-every-week'),
    meant('replace kube-proxy', 'replacing-kube-proxy-on-900-nodes'),
    meant('moved virtual machine', 'moving-4000-virtual-machines'),
    meant('costing petabytes', 'what-a-petabyte-really-costs'),
    meant('monitor lost', 'the-night-we-lost-two-monitors'),
    meant('restored backup', 'a-year-of-weekly-restore-drills'),
    meant('kubernetes ship', 'kubernetes-at-sea'),
    meant('grow engineer', 'growing-storage-engineers'),
    meant('cost', 'what-a-petabyte-really-costs'),
    meant('encrypting', 'opentofu-state-for-forty-teams'),
  ],
  'exact title': [
    meant('On call without heroes', 'on-call-without-heroes'),
    meant('DNS is fine, your resolver is not', 'dns-is-fine-your-resolver-is-not'),
    meant('Rook on Kubernetes for teams without a storage team', 'rook-without-a-storage-team'),
    meant('Kapazitätsplanung mit Fehlerbalken', 'capacity-planning-with-error-bars'),
    meant('Panel: who should run the databases?', 'panel-who-should-run-the-databases'),
  ],
  keyword: [
    graded('ceph', {
      3: 'the-night-we-lost-two-monitors what-a-petabyte-really-costs jumbo-frames-small-mistakes nvme-of-gateways-one-year-later upgrading-ceph-in-daylight workshop-build-and-break-a-ceph-cluster cephfs-for-a-genome-centre',
      2: 'rook-without-a-storage-team rgw-multi-site-across-three-ports erasure-coding-on-twelve-small-nodes',
    }),
    graded('openstack', {
      3: 'ovn-in-a-public-openstack-cloud ten-years-of-a-campus-cloud',
      2: 'moving-4000-virtual-machines',
    }),
    graded('ebpf', {
      3: 'ebpf-for-people-who-read-tcpdump replacing-kube-proxy-on-900-nodes',
      1: 'tracing-a-booking',
    }),
    graded('postgresql', {
      3: 'postgresql-on-local-disks-in-kubernetes panel-who-should-run-the-databases',
      1: 'tracing-a-booking',
    }),
    graded('prometheus', {
      3: 'prometheus-what-we-deleted',
      2: 'alerts-that-deserve-a-person',
      1: 'capacity-planning-with-error-bars',
    }),
    graded('backup', {
      3: 'a-year-of-weekly-restore-drills',
      1: 'postgresql-on-local-disks-in-kubernetes zfs-lvm-or-nothing',
    }),
    graded('latency', {
      2: 'nvme-of-gateways-one-year-later postgresql-on-local-disks-in-kubernetes',
      1: 'fourteen-months-without-sidecars upgrading-ceph-in-daylight',
    }),
    graded('incident', {
      3: 'workshop-incident-command',
      2: 'runbooks-that-people-open on-call-without-heroes alerts-that-deserve-a-person fourteen-months-without-sidecars',
      1: 'rook-without-a-storage-team growing-storage-engineers panel-who-should-run-the-databases',
    }),
  ],
  topic: [
    graded('on call at night', {
      3: 'on-call-without-heroes',
      2: 'alerts-that-deserve-a-person runbooks-that-people-open',
      1: 'growing-storage-engineers patching-nodes-every-week the-night-we-lost-two-monitors',
    }),
    graded('hiring and teaching people', {
      3: 'growing-storage-engineers',
      1: 'your-first-upstream-patch ten-years-of-a-campus-cloud workshop-incident-command',
    }),
    graded('live migration', {
      3: 'moving-4000-virtual-machines',
      2: 'ovn-in-a-public-openstack-cloud replacing-kube-proxy-on-900-nodes virtual-machines-beside-pods',
      1: 'fourteen-months-without-sidecars cephfs-for-a-genome-centre',
    }),
    graded('object storage', {
      3: 'object-storage-for-forty-one-branches rgw-multi-site-across-three-ports',
      1: 'tape-is-asleep-not-dead what-a-petabyte-really-costs postgresql-on-local-disks-in-kubernetes',
    }),
    graded('disks fail', {
      3: 'object-storage-for-forty-one-branches',
      2: 'postgresql-on-local-disks-in-kubernetes erasure-coding-on-twelve-small-nodes zfs-lvm-or-nothing',
      1: 'rook-without-a-storage-team the-night-we-lost-two-monitors',
    }),
    graded('network packets', {
      3: 'ebpf-for-people-who-read-tcpdump jumbo-frames-small-mistakes',
      2: 'dns-is-fine-your-resolver-is-not',
      1: 'ovn-in-a-public-openstack-cloud replacing-kube-proxy-on-900-nodes',
    }),
    graded('encryption certificates', {
      3: 'certificates-that-renew-themselves',
      2: 'opentofu-state-for-forty-teams fourteen-months-without-sidecars',
    }),
    graded('shared clusters for many teams', {
      3: 'one-cluster-or-two-hundred',
      2: 'gpus-by-the-quarter-hour keynote-what-a-harbour-master-knows',
      1: 'rook-without-a-storage-team a-golden-path-with-three-exits',
    }),
    graded('open source maintainers', {
      3: 'your-first-upstream-patch',
      1: 'prometheus-what-we-deleted',
    }),
    graded('database on kubernetes', {
      3: 'postgresql-on-local-disks-in-kubernetes',
      2: 'panel-who-should-run-the-databases',
      1: 'a-year-of-weekly-restore-drills tracing-a-booking',
    }),
    graded('learn ceph', {
      3: 'workshop-build-and-break-a-ceph-cluster',
      2: 'rook-without-a-storage-team growing-storage-engineers',
      1: 'the-night-we-lost-two-monitors erasure-coding-on-twelve-small-nodes',
    }),
    graded('bare metal kubernetes', {
      3: 'cluster-api-on-bare-metal',
      2: 'kubernetes-at-sea',
      1: 'postgresql-on-local-disks-in-kubernetes patching-nodes-every-week',
    }),
    graded('upgrades without downtime', {
      3: 'upgrading-ceph-in-daylight',
      2: 'patching-nodes-every-week replacing-kube-proxy-on-900-nodes moving-4000-virtual-machines',
      1: 'cluster-api-on-bare-metal ten-years-of-a-campus-cloud',
    }),
    graded('machine learning', { 3: 'gpus-by-the-quarter-hour' }),
    graded('edge computing', {
      3: 'kubernetes-at-sea webassembly-on-the-quay',
      2: 'object-storage-for-forty-one-branches',
    }),
  ],
};

/** Each with the name of its family. */
export const judgedQueries: readonly JudgedQuery[] = Object.entries(FAMILIES).flatMap(([family, queries]) =>
  queries.map(judged => ({ family, ...judged })),
);

/** A query by which one talk is meant, or all of a speaker's. */
function meant(query: string, ...files: readonly string[]): Judged {
  return { query, relevant: Object.fromEntries(files.map(file => [file, 1])) };
}

/** The files of each grade, with spaces between them. */
function graded(query: string, byGrade: Readonly<Partial<Record<1 | 2 | 3, string>>>): Judged {
  const relevant = Object.entries(byGrade).flatMap(([grade, files]) =>
    files.split(' ').map((file): [string, number] => [file, Number(grade)]),
  );
  return { query, relevant: Object.fromEntries(relevant) };
}
