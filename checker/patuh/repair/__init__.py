"""The smallest changes of the source that make a finding go away, each verified by a new check.

Rooms in the order of the way: `items` (what can be changed), `candidates` (what each may become),
`writing` (the chosen ones in the source), `direct` (changes tried without a search), `verifying`;
`choices` tells what the regency has to decide; `plan` leads one finding through them, `mending` a
whole proposal.
"""
