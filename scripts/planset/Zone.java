/**
 * A zone.
 *
 * @param kind PURPOSE, CONSIDERATION or PROVISION
 * @param use arealbruksstatus; null where not stated
 * @param level vertikalnivå, 2 is on the ground
 */
record Zone(String id, String kind, String code, String use, int level, String name, Ground ground) {
    boolean onGround() {
        return kind.equals("PURPOSE") && level == 2;
    }
}
